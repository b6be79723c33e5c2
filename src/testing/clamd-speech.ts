import type { Socket } from 'node:net';

/** Speaks INSTREAM as clamd does: reads the command and the chunks to the empty one, then answers by what it read. */
export function clamdSpeech(answer: (content: Buffer) => string): (socket: Socket) => void {
  return (socket) => {
    let held = Buffer.alloc(0);
    let content: Buffer[] | null = null;
    socket.on('data', (bytes: Buffer) => {
      held = Buffer.concat([held, bytes]);
      if (!content && held.includes(0)) {
        if (held.subarray(0, held.indexOf(0)).toString() !== 'zINSTREAM') return socket.end('UNKNOWN COMMAND\0');
        held = held.subarray(held.indexOf(0) + 1);
        content = [];
      }
      while (content && held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
        const length = held.readUInt32BE(0);
        if (length === 0) return socket.end(answer(Buffer.concat(content)));
        content.push(held.subarray(4, 4 + length));
        held = held.subarray(4 + length);
      }
      return undefined;
    });
  };
}

/** Finds the test mark of EICAR, and nothing else. */
export const findsEicar = (content: Buffer): string =>
  content.includes('EICAR') ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0';
