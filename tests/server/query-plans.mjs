import { setTimeout as delay } from 'node:timers/promises';

/** Settings with which PostgreSQL writes into its log how it carried out every query. */
export const tellingPlans = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_min_duration=0',
];

/** What PostgreSQL did while `work` ran with the queries whose text matches `which`, in its own words. */
export async function plansOf(postgres, client, which, work) {
  const begin = postgres.log().length;
  await work();
  const mark = `mark-${begin}`;
  await client.query(`select '${mark}'`);
  while (!postgres.log().slice(begin).includes(mark)) await delay(10);
  return postgres
    .log()
    .slice(begin)
    .split(/(?=LOG: )/)
    .filter((entry) => which.test(entry));
}
