/** How n8n reaches PostgreSQL. */
export interface Database {
	port: number;
	user: string;
	password: string;
	database: string;
}

/** What every process of an n8n in queue mode must be told, and told alike; see docs/scaling.md. */
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
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(database.port),
	DB_POSTGRESDB_USER: database.user,
	DB_POSTGRESDB_PASSWORD: database.password,
	DB_POSTGRESDB_DATABASE: database.database,
	N8N_ENCRYPTION_KEY: encryptionKey,
	WEBHOOK_URL: `${webhookUrl}/`,
});
