/** Sessions that the page's own "server" answers with; set before the calendar asks. */
export const agendaServer = { sessions: [] };

// Imported before the client, which takes `fetch` once, at its own start.
window.fetch = async (input) => {
  const { searchParams } = new URL(input.url ?? input);
  const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? '~'];
  const limit = Number(searchParams.get('limit') ?? 25);
  const first = Number(searchParams.get('cursor') ?? 0);
  const within = agendaServer.sessions.filter(
    ({ startDate }) => startDate >= from && startDate <= to,
  );
  const nextCursor = first + limit < within.length ? String(first + limit) : null;
  return new Response(JSON.stringify({ items: within.slice(first, first + limit), nextCursor }), {
    headers: { 'Content-Type': 'application/json' },
  });
};
