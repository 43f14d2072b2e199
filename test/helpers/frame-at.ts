/** A same-origin document at a path of its own. */
export interface FrameAt {
  readonly window: Window;
  readonly document: Document;
  /** Loads a module of src into the frame, e.g. `browser/cookie-jar`. */
  load<Module>(module: string): Promise<Module>;
  remove(): void;
}

/** Opens a frame at any path of this origin; the test server need not know it: its 404 page will do. */
export async function frameAt(path: string): Promise<FrameAt> {
  const frame = document.createElement('iframe');
  frame.src = path;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  document.body.append(frame);
  await loaded;
  return {
    get window() {
      return frame.contentWindow!;
    },
    get document() {
      return frame.contentDocument!;
    },
    load<Module>(module: string) {
      const address = new URL(`../../src/${module}.ts`, import.meta.url).href;
      const realm = frame.contentWindow as unknown as {Function: FunctionConstructor};
      return realm.Function(`return import(${JSON.stringify(address)})`)() as Promise<Module>;
    },
    remove: () => frame.remove(),
  };
}
