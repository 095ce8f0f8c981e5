import type { Logger } from 'pino';
import type { UntakenLimits } from './attachments/untaken-room.js';
import { backupSettings, type BackupSettings } from './backups/backup-settings.js';
import { defaultRateLimits, type RateLimitSettings } from './http/rate-limits.js';
import { defaultMail, type MailSettings } from './mail/mail-settings.js';
import type { MetricsPlace } from './metrics/metrics-server.js';
import { objectStorageAt, type ObjectStorageSettings } from './object-storage.js';
import { defaultProofSettings, type ProofSettings } from './operations/proof-of-work.js';

/** How a server is started. Everything but the place of the data has a default. */
export interface ServerOptions {
  /** Directory of the embedded database, made when missing. Give this or `databaseUrl`. */
  readonly data?: string;
  /** `postgresql://…` of a PostgreSQL server. Needs `secret`. */
  readonly databaseUrl?: string;
  /** The same of a standby of it, which may lag behind: it carries what the public reads. */
  readonly databaseReadUrl?: string;
  /**
   * The secret from which tracking codes and manage tokens are derived: at least 32 characters, the same for all
   * processes of one database, for ever. A data directory has its own.
   */
  readonly secret?: string;
  /** Default: `127.0.0.1`. */
  readonly host?: string;
  /** Default: 8080; 0 takes a free one. */
  readonly port?: number;
  /**
   * URL by which browsers reach the server, such as `https://participation.example`: pages of its own that it serves may
   * send. Without it they may from `localhost` only.
   */
  readonly publicUrl?: string;
  /** Directories with pages and scripts to serve besides the protocol; the first that has a file wins. */
  readonly publicDirectories?: readonly string[];
  /** Number of trusted proxies in front, whose `X-Forwarded-For` is believed. */
  readonly proxies?: number;
  /** Connections to PostgreSQL; default: 10. */
  readonly databaseConnections?: number;
  readonly proof?: Partial<ProofSettings>;
  readonly rateLimits?: Partial<RateLimitSettings>;
  readonly untakenFiles?: Partial<UntakenLimits>;
  /** How messages to those who registered are sent; without it they are only listed. */
  readonly mail?: MailSettings;
  /** Seconds for which `/readyz` announces the end before the server stops taking requests; default: 5. */
  readonly drainSeconds?: number;
  /** Where metrics for Prometheus are served; default: nowhere. */
  readonly metrics?: MetricsPlace;
  /** Whether spans of requests are sent by OpenTelemetry, as its `OTEL_…` variables say. */
  readonly traces?: boolean;
  /** An object storage for photos and documents; default: the database. */
  readonly attachments?: ObjectStorageSettings;
  /** How backups are made each night; with a data directory they are unless this is `false`. */
  readonly backups?: BackupSettings | false;
  /** A pino logger; default: lines of JSON on standard output. `false`: no log. */
  readonly log?: Logger | false;
}

/** The default data directory of the command line. */
export const defaultDataDirectory = 'nafida-data';

/** How long proxies have to notice that the server is about to end. */
export const defaultDrainSeconds = 5;

const shortestSecret = 32;

/**
 * Options from the environment of a process, for those that the command line does not give.
 *
 * @throws if a variable is not what it should be
 */
export function optionsFromEnvironment(environment: NodeJS.ProcessEnv): ServerOptions {
  const number = numbersIn(environment);
  const secret = environment.NAFIDA_SECRET || undefined;
  if (secret !== undefined && secret.length < shortestSecret) {
    throw new Error(`NAFIDA_SECRET must have at least ${shortestSecret} characters.`);
  }
  const publicUrl = environment.NAFIDA_PUBLIC_URL || undefined;
  if (publicUrl !== undefined && !(URL.canParse(publicUrl) && /^https?:/.test(publicUrl))) {
    throw new Error(
      `NAFIDA_PUBLIC_URL must be a URL such as https://participation.example, not "${publicUrl}".`,
    );
  }
  const metrics = metricsPlaceIn(environment);
  const mail = mailIn(environment, publicUrl);
  const attachments = environment.NAFIDA_ATTACHMENTS || undefined;
  return {
    ...(environment.NAFIDA_DATA && { data: environment.NAFIDA_DATA }),
    ...(environment.DATABASE_URL && { databaseUrl: environment.DATABASE_URL }),
    ...(environment.DATABASE_READ_URL && { databaseReadUrl: environment.DATABASE_READ_URL }),
    ...(secret !== undefined && { secret }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(attachments !== undefined && {
      attachments: objectStorageAt('NAFIDA_ATTACHMENTS', attachments, environment),
    }),
    backups: backupSettings(environment),
    host: environment.NAFIDA_HOST || '127.0.0.1',
    port: number('NAFIDA_PORT', 8080, 0),
    proxies: number('NAFIDA_TRUST_PROXY', 0, 0),
    databaseConnections: number('NAFIDA_DATABASE_CONNECTIONS', 10, 1),
    ...(metrics && { metrics }),
    traces: sendsTraces(environment),
    drainSeconds: number('NAFIDA_DRAIN_SECONDS', defaultDrainSeconds, 0),
    proof: {
      cost: number('NAFIDA_PROOF_COST', defaultProofSettings.cost, 1),
      attempts: number('NAFIDA_PROOF_ATTEMPTS', defaultProofSettings.attempts, 1),
      minSeconds: number('NAFIDA_PROOF_SECONDS_MIN', defaultProofSettings.minSeconds, 0),
    },
    rateLimits: {
      requests: number('NAFIDA_REQUESTS_PER_MINUTE', defaultRateLimits.requests, 1),
      reads: number('NAFIDA_READS_PER_MINUTE', defaultRateLimits.reads, 1),
      writes: number('NAFIDA_WRITES_PER_MINUTE', defaultRateLimits.writes, 1),
      siteWrites: number('NAFIDA_SITE_WRITES_PER_MINUTE', defaultRateLimits.siteWrites, 1),
      staff: number('NAFIDA_STAFF_REQUESTS_PER_MINUTE', defaultRateLimits.staff, 1),
    },
    ...(mail && { mail }),
  };
}

type NumberIn = (name: string, fallback: number, least: number) => number;

/** Reads whole numbers of at least `least`. */
function numbersIn(environment: NodeJS.ProcessEnv): NumberIn {
  return (name, fallback, least) => {
    const text = environment[name];
    const value = text === undefined || text === '' ? fallback : Number(text);
    if (Number.isInteger(value) && value >= least) return value;
    throw new Error(`${name} must be a whole number of at least ${least}, not "${text}".`);
  };
}

function metricsPlaceIn({ NAFIDA_METRICS: text }: NodeJS.ProcessEnv): MetricsPlace | undefined {
  if (!text) return undefined;
  const place = /^(?:(?<host>[^:]+|\[[0-9a-f:.]+\]):)?(?<port>\d{1,5})$/i.exec(text)?.groups;
  if (!place) {
    throw new Error(
      `NAFIDA_METRICS must be an address and a port of this machine such as 127.0.0.1:9464, not "${text}".`,
    );
  }
  const { host = '127.0.0.1', port } = place;
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function mailIn(
  environment: NodeJS.ProcessEnv,
  publicUrl: string | undefined,
): MailSettings | undefined {
  const url = environment.NAFIDA_SMTP_URL || undefined;
  const from = environment.NAFIDA_MAIL_FROM || undefined;
  if ((url === undefined) !== (from === undefined)) {
    throw new Error('NAFIDA_SMTP_URL and NAFIDA_MAIL_FROM belong together: set both or neither.');
  }
  if (url === undefined || from === undefined) return undefined;
  if (publicUrl === undefined) {
    throw new Error(
      'With NAFIDA_SMTP_URL set NAFIDA_PUBLIC_URL too: mails lead people there to confirm their address.',
    );
  }
  if (!/^smtps?:\/\/[^/]+/.test(url)) {
    throw new Error('NAFIDA_SMTP_URL must begin with smtp:// or smtps:// and name a server.');
  }
  const number = numbersIn(environment);
  return {
    url,
    from,
    attempts: number('NAFIDA_MAIL_ATTEMPTS', defaultMail.attempts, 1),
    retryMs: number('NAFIDA_MAIL_RETRY_MS', defaultMail.retryMs, 1),
    confirmMinutes: number('NAFIDA_MAIL_CONFIRM_MINUTES', defaultMail.confirmMinutes, 1),
  };
}

/** By the variables that all programs with OpenTelemetry take. */
function sendsTraces(environment: NodeJS.ProcessEnv): boolean {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_SDK_DISABLED } =
    environment;
  const isAsked = Boolean(OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || OTEL_EXPORTER_OTLP_ENDPOINT);
  return isAsked && OTEL_SDK_DISABLED?.toLowerCase() !== 'true';
}
