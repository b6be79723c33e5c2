const PAGE_BYTES = 65_536;

/**
 * Caps what WebAssembly memories of this process may grow to. Watching the process from outside is not enough: between two looks a
 * bomb took 868 MB.
 * @param bytes largest size of one memory
 */
export function capWebAssembly(bytes: number): void {
  const grow = Object.getOwnPropertyDescriptor(WebAssembly.Memory.prototype, 'grow')?.value as
    ((this: WebAssembly.Memory, pages: number) => number) | undefined;
  if (!grow) throw new Error('WebAssembly memory cannot be capped');
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > bytes) throw new RangeError('memory limit');
    return grow.call(this, pages);
  };
}
