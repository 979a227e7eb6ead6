/** The values with which n8n connects to PostgreSQL. */
export interface Database {
	port: number;
	user: string;
	password: string;
	database: string;
}

/** How often n8n looks for jobs whose worker has died: a third of n8n's default, because the tests wait for it. */
export const STALLED_INTERVAL_MS = 10_000;

/** The environment variables that all processes of an n8n in queue mode must share; see docs/scaling.md. */
export const queueSettings = ({
	database,
	redis,
	webhookUrl,
	encryptionKey,
}: {
	database: Database;
	redis: { port: number };
	webhookUrl: string;
	encryptionKey: string;
}): Record<string, string> => ({
	EXECUTIONS_MODE: 'queue',
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redis.port),
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '1000',
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: '1000',
	QUEUE_WORKER_STALLED_INTERVAL: String(STALLED_INTERVAL_MS),
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(database.port),
	DB_POSTGRESDB_USER: database.user,
	DB_POSTGRESDB_PASSWORD: database.password,
	DB_POSTGRESDB_DATABASE: database.database,
	N8N_ENCRYPTION_KEY: encryptionKey,
	WEBHOOK_URL: `${webhookUrl}/`,
});
