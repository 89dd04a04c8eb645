import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative addresses: the built folder can be served from anywhere.
  base: './',
  // Vite answers missing files with the home page unless told that this is not one.
  appType: 'mpa',
  publicDir: false,
  // What did not change is neither rendered nor translated again: a command is answered within a frame.
  plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    outDir: 'dist',
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'phaser', test: /node_modules[\\/]phaser/ },
            { name: 'plot', test: /node_modules[\\/](@observablehq|d3-|internmap|isoformat|interval-tree)/ },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', port: 5170, strictPort: true },
  preview: { host: '127.0.0.1', port: 5171, strictPort: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/unit/asserting.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/preview.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
