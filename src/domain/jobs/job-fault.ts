/**
 * Why a job of the worker failed, as its operators are told: no name, no text. `unexpected` is anything that the code did not foresee;
 * `worker_lost` a worker that died with the job in its hands, each time.
 */
export const JOB_FAULTS = ['antivirus_unavailable', 'engine_failed', 'file_unreadable', 'worker_lost', 'unexpected'] as const;

export type JobFaultCode = (typeof JOB_FAULTS)[number];

/** Thrown by a job to be tried again later. */
export class JobFault extends Error {
  readonly code: JobFaultCode;
  constructor(code: JobFaultCode) {
    super(code);
    this.code = code;
  }
}

/** Seconds before the second, the third and the fourth try. */
export const WAITS_SECONDS = [5, 30, 300] as const;
