import packageJson from '../../package.json' with { type: 'json' };

/** Version of the product, as logs say it. */
export const BUILD = packageJson.version;
