/** The outcome of an act: a value, or a reason that a screen can put into words. Exceptions are for faults, never for reasons. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps a value as a success. */
export function ok(): Result<void, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value };
}

/** Wraps a reason as a failure. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
