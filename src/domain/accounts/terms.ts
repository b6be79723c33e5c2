/** Version of the terms of use and privacy page that people accept at sign-up; kept with the account. */
export const TERMS_VERSION = '2026-11';
