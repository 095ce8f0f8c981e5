type Speaker = (...args: unknown[]) => unknown;

const counts = [0, 1, 2, 3, 11, 100];

/**
 * Every text that a catalogue can say, for checks of typography. Functions are called with figures, so that each
 * plural form comes up; those that take one of a closed list instead are called with each of `choices`.
 */
export function textsOf(catalogue: object, choices: readonly unknown[] = []): string[] {
  return Object.values(catalogue).flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [entry];
    if (typeof entry !== 'function') return textsOf(entry as object, choices);
    const speak = entry as Speaker;
    const spoken = textsFrom(speak, counts);
    return spoken.length > 0 ? spoken : textsFrom(speak, choices);
  });
}

function textsFrom(speak: Speaker, values: readonly unknown[]): string[] {
  return values.flatMap((value) => {
    try {
      const text = speak(value, value, value);
      return typeof text === 'string' ? [text] : [];
    } catch {
      // A list or an object was expected.
      return [];
    }
  });
}
