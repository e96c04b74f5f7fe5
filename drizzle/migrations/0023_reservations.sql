ALTER TABLE "usage_events" DROP CONSTRAINT "usage_events_unpriced";--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "error_code" text;--> statement-breakpoint
-- The owner of a table is held to its policies too: for the move of old reservations not.
ALTER TABLE "usage_events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "usage_events" SET "reserved_usd" = coalesce("cost_usd", 0), "cost_usd" = NULL WHERE "status" = 'pending';--> statement-breakpoint
ALTER TABLE "usage_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "usage_events_pending" ON "usage_events" USING btree ("user_id") WHERE status = 'pending';--> statement-breakpoint
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_unpriced" CHECK ((cost_usd IS NULL) = (status = 'pending' OR cost_basis = 'unpriced'));--> statement-breakpoint
CREATE POLICY "api_key_events_accountant" ON "api_key_events" AS PERMISSIVE FOR SELECT TO "alwrity_accountant" USING (current_user = 'alwrity_accountant');--> statement-breakpoint
CREATE POLICY "onboarding_sessions_accountant" ON "onboarding_sessions" AS PERMISSIVE FOR SELECT TO "alwrity_accountant" USING (current_user = 'alwrity_accountant');--> statement-breakpoint
CREATE POLICY "posts_accountant" ON "posts" AS PERMISSIVE FOR SELECT TO "alwrity_accountant" USING (current_user = 'alwrity_accountant');--> statement-breakpoint
CREATE POLICY "usage_events_accountant" ON "usage_events" AS PERMISSIVE FOR SELECT TO "alwrity_accountant" USING (current_user = 'alwrity_accountant');