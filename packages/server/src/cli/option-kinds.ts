/** An option that takes a text. */
export const text = { type: 'string' } as const;

/** An option that takes a text and may come several times. */
export const texts = { type: 'string', multiple: true } as const;

/** An option that takes nothing. */
export const flag = { type: 'boolean' } as const;
