/**
 * What `work` with the browser's storage comes to; undefined where it fails or takes longer than `patience`, in
 * milliseconds. Private windows, sandboxed pages and full disks keep nothing, and some storages never answer: elements
 * work without.
 */
export async function attemptWithin<Result>(
  work: () => Promise<Result>,
  patience: number,
): Promise<Result | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tired = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([work(), tired]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
