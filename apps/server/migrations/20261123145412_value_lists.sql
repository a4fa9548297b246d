CREATE TABLE "value_lists" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"content" text NOT NULL,
	"value_count" integer NOT NULL,
	"digest" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "value_lists_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "filter" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "value_lists_account_id_name_index" ON "value_lists" USING btree ("account_id","name");