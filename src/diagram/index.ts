export { changesPicture, type Changes, type Was } from './changes.ts';
export { bpmnOf, type Bpmn } from './bpmn.ts';
export { bpmnXml } from './bpmn-xml.ts';
export { legendOf } from './legend.ts';
export { laneId, mermaidOf } from './mermaid.ts';
export type { Arrow, Figure, Lane, Picture, Role } from './picture.ts';
export { cutsOf, sheetsOf, type Cut } from './sheets.ts';
export { filedViewsOf, pictureOfView, viewsOf, type Making, type View } from './views.ts';
