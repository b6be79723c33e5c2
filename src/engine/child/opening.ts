/** What drawing needs to know of the request at hand, and tells of its progress. One request at a time is answered in a process. */
let tell: (opening: boolean) => void = () => undefined;
let scale = 1;

/** Half the size in safe mode: a quarter of the memory and of the time. */
const SAFE_SCALE = 0.5;

/** Sets who is told when a page begins to be opened and when that is done, so that one page alone cannot take the time of all. */
export function tellOpening(listener: (opening: boolean) => void): void {
  tell = listener;
}

/** Draws the pages of the request at hand at half their size, or at their own. */
export function drawSmaller(smaller: boolean): void {
  scale = smaller ? SAFE_SCALE : 1;
}

/** What the size of a page is multiplied by. */
export const drawingScale = (): number => scale;

/** Opens a page, and lets it be known that it is being opened. */
export async function opening<T>(work: () => Promise<T>): Promise<T> {
  tell(true);
  try {
    return await work();
  } finally {
    tell(false);
  }
}
