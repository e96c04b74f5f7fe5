ALTER TABLE "post_checkpoints" ALTER COLUMN "data" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "post_checkpoints" ADD COLUMN "owner" uuid;--> statement-breakpoint
ALTER TABLE "post_checkpoints" ADD COLUMN "heartbeat_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "post_checkpoints" ADD COLUMN "finished_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "post_checkpoints_open" ON "post_checkpoints" USING btree ("heartbeat_at") WHERE finished_at IS NULL;--> statement-breakpoint
CREATE POLICY "post_checkpoints_keeper" ON "post_checkpoints" AS PERMISSIVE FOR ALL TO "alwrity_keeper" USING (current_user = 'alwrity_keeper') WITH CHECK (current_user = 'alwrity_keeper');