/** A secret for a device that supports proposals: keep it on the device, and send it nowhere else. */
export function createDeviceSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
