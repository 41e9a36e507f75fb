export { findBrowser, launchBrowser, type BrowserProgram } from './browser.ts';
export type { Box, EdgeLine, Geometry, NodeBox } from './geometry.ts';
export { drawingIdentity } from './identity.ts';
export { badnessOf, legible, textSizeOn, type Paper } from './judge.ts';
export { openRenderer, type DiagramSource, type Drawing, type PictureFormat, type Renderer } from './renderer.ts';
