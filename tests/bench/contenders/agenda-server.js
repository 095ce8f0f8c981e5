/** A `fetch` that answers by window and in pages, as the server does, from `sessions`. */
export const agendaServer = (sessions) => async (input) => {
  const { searchParams } = new URL(input.url ?? input);
  const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? '~'];
  const limit = Number(searchParams.get('limit') ?? 25);
  const first = Number(searchParams.get('cursor') ?? 0);
  const within = sessions.filter(({ startDate }) => startDate >= from && startDate <= to);
  const nextCursor = first + limit < within.length ? String(first + limit) : null;
  return new Response(JSON.stringify({ items: within.slice(first, first + limit), nextCursor }), {
    headers: { 'Content-Type': 'application/json' },
  });
};
