/** True for an address that only this machine, or a test network, answers at. */
export function isLocal(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$|\.(?:localhost|test)$/.test(hostname);
}
