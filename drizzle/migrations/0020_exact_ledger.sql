CREATE TABLE "model_prices" (
	"user_id" text NOT NULL,
	"model" text NOT NULL,
	"input_usd" numeric(12, 6) NOT NULL,
	"cached_usd" numeric(12, 6) NOT NULL,
	"output_usd" numeric(12, 6) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_prices_pkey" PRIMARY KEY("user_id","model"),
	CONSTRAINT "model_prices_are_money" CHECK (input_usd >= 0 AND cached_usd >= 0 AND output_usd >= 0 AND input_usd <> 'NaN' AND cached_usd <> 'NaN' AND output_usd <> 'NaN'),
	CONSTRAINT "model_prices_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "model_prices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "usage_events" ALTER COLUMN "cost_usd" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "billed_model" text;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "response_id" text;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "cached_tokens" integer;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "cost_basis" text DEFAULT 'estimated' NOT NULL;--> statement-breakpoint
-- The owner of a table is held to its policies too: for the repair of old rows not.
ALTER TABLE "usage_events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "usage_events" SET "input_tokens" = NULL WHERE "input_tokens" < 0;--> statement-breakpoint
UPDATE "usage_events" SET "output_tokens" = NULL WHERE "output_tokens" < 0;--> statement-breakpoint
UPDATE "usage_events" SET
	"cost_usd" = CASE WHEN "cost_usd" >= 0 AND "cost_usd" <> 'NaN' THEN "cost_usd" END,
	"cost_basis" = CASE
		WHEN "cost_usd" < 0 OR "cost_usd" = 'NaN' THEN 'unpriced'
		WHEN "status" = 'failed' OR ("status" = 'settled' AND "provider" = 'exa') THEN 'provider'
		WHEN "status" = 'settled' THEN 'priced'
		ELSE 'estimated'
	END;--> statement-breakpoint
UPDATE "posts" SET "cost_usd" = 0 WHERE "cost_usd" < 0 OR "cost_usd" = 'NaN';--> statement-breakpoint
ALTER TABLE "usage_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_cost_is_money" CHECK (cost_usd >= 0 AND cost_usd <> 'NaN');--> statement-breakpoint
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_cost_basis" CHECK (cost_basis IN ('provider', 'priced', 'estimated', 'unpriced'));--> statement-breakpoint
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_unpriced" CHECK ((cost_basis = 'unpriced') = (cost_usd IS NULL));--> statement-breakpoint
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_cost_is_money" CHECK (cost_usd >= 0 AND cost_usd <> 'NaN');--> statement-breakpoint
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_counts" CHECK (input_tokens >= 0 AND output_tokens >= 0 AND cached_tokens BETWEEN 0 AND input_tokens);--> statement-breakpoint
CREATE POLICY "model_prices_own_rows" ON "model_prices" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
ALTER TABLE "model_prices" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON model_prices TO alwrity_app;
