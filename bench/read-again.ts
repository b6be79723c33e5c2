import type { FileFacts } from '#domain/findings/facts.ts';
import { examineFile, type ExamineInput } from '../src/engine/child/reading/examine.ts';

const TRIES = 4;

/** Reads a file as the engine does; where the machine has other work and a reader outlives its time, again, as a job would. */
export async function readAgain(input: ExamineInput): Promise<FileFacts> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await examineFile(input);
    } catch (error) {
      if (left === 0) throw error;
      console.error(String(error));
    }
  }
}
