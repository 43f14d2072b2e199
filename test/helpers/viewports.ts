/** From a large desktop down to what 1280×1024 is at 400 % zoom (WCAG 1.4.10). */
export const VIEWPORTS = [
  {width: 1920, height: 1080},
  {width: 1280, height: 800},
  {width: 768, height: 1024},
  {width: 390, height: 844},
  {width: 320, height: 256},
] as const;
