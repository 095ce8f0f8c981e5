/** What of `@opentelemetry/sdk-node` is used: it is installed by those who want traces, in a version that suits their Node. */
interface SdkModule {
  readonly NodeSDK: new (options: Readonly<Record<string, unknown>>) => {
    start(): void;
    shutdown(): Promise<void>;
  };
}

const sdkName = '@opentelemetry/sdk-node';

/** How long the end waits until the last spans are sent, in milliseconds. */
const patienceMs = 5_000;

/** Starts the SDK, which reads the `OTEL_…` variables; gives what ends it. Rejects with a sentence when it is not installed. */
export async function startSdk(): Promise<() => Promise<void>> {
  const { NodeSDK } = await loadSdk();
  const sdk = new NodeSDK({
    ...(namesService(process.env) ? {} : { serviceName: 'nafida-server' }),
    // Figures and log have ways of their own.
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: [],
  });
  sdk.start();
  return async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((settle) => (timer = setTimeout(settle, patienceMs)));
    await Promise.race([sdk.shutdown().catch(() => {}), late]);
    clearTimeout(timer);
  };
}

async function loadSdk(): Promise<SdkModule> {
  try {
    return (await import(sdkName)) as SdkModule;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing) throw error;
    throw new Error(
      `OTEL_EXPORTER_OTLP_ENDPOINT asks for traces, and ${sdkName} is not installed: ` +
        `"npm install ${sdkName}" where nafida-server is installed, or unset the variable.`,
      { cause: error },
    );
  }
}

function namesService({ OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES = '' }: NodeJS.ProcessEnv) {
  return Boolean(OTEL_SERVICE_NAME) || /(?:^|,)\s*service\.name=/.test(OTEL_RESOURCE_ATTRIBUTES);
}
