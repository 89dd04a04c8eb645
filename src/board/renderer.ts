/** Names of renderers that draw WebGL on the processor: the plain canvas is many times faster there. */
const SOFTWARE =
  /swiftshader|llvmpipe|softpipe|software|basic render|mesa offscreen|virtualbox|vmware|svga3d/i;

/** Chooses by what the machine is: WebGL when a real graphics processor draws it, else the plain canvas. */
export function chooseRenderer(): 'canvas' | 'webgl' {
  const gl = document.createElement('canvas').getContext('webgl', { failIfMajorPerformanceCaveat: true });
  if (!gl) return 'canvas';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return SOFTWARE.test(name) ? 'canvas' : 'webgl';
}
