CREATE TABLE "plan_rows" (
	"account_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"target_id" uuid,
	"group_id" uuid,
	"priority" integer NOT NULL,
	"weight" integer NOT NULL,
	"enabled" boolean NOT NULL,
	"revenue" jsonb,
	"hours" jsonb,
	"ring_timeout_seconds" integer,
	CONSTRAINT "plan_rows_account_id_plan_id_position_pk" PRIMARY KEY("account_id","plan_id","position"),
	CONSTRAINT "plan_rows_one_of" CHECK (("plan_rows"."target_id" is null) <> ("plan_rows"."group_id" is null))
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"account_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"note" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"document" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_versions_account_id_plan_id_number_pk" PRIMARY KEY("account_id","plan_id","number")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"strategies" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version_number" bigint DEFAULT 1 NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plans_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "target_group_members" (
	"account_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"weight" integer NOT NULL,
	"enabled" boolean NOT NULL,
	CONSTRAINT "target_group_members_account_id_group_id_target_id_pk" PRIMARY KEY("account_id","group_id","target_id")
);
--> statement-breakpoint
CREATE TABLE "target_groups" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"strategy" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "target_groups_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "plan_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_account_id_plan_id_plans_account_id_id_fk" FOREIGN KEY ("account_id","plan_id") REFERENCES "public"."plans"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_account_id_target_id_targets_account_id_id_fk" FOREIGN KEY ("account_id","target_id") REFERENCES "public"."targets"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_account_id_group_id_target_groups_account_id_id_fk" FOREIGN KEY ("account_id","group_id") REFERENCES "public"."target_groups"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_account_id_plan_id_plans_account_id_id_fk" FOREIGN KEY ("account_id","plan_id") REFERENCES "public"."plans"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_group_members" ADD CONSTRAINT "target_group_members_account_id_group_id_target_groups_account_id_id_fk" FOREIGN KEY ("account_id","group_id") REFERENCES "public"."target_groups"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_group_members" ADD CONSTRAINT "target_group_members_account_id_target_id_targets_account_id_id_fk" FOREIGN KEY ("account_id","target_id") REFERENCES "public"."targets"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_rows_account_id_plan_id_priority_target_id_index" ON "plan_rows" USING btree ("account_id","plan_id","priority","target_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_rows_account_id_plan_id_priority_group_id_index" ON "plan_rows" USING btree ("account_id","plan_id","priority","group_id");--> statement-breakpoint
CREATE INDEX "plan_rows_account_id_target_id_index" ON "plan_rows" USING btree ("account_id","target_id");--> statement-breakpoint
CREATE INDEX "plan_rows_account_id_group_id_index" ON "plan_rows" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_account_id_name_index" ON "plans" USING btree ("account_id","name");--> statement-breakpoint
CREATE INDEX "target_group_members_account_id_target_id_index" ON "target_group_members" USING btree ("account_id","target_id");--> statement-breakpoint
CREATE UNIQUE INDEX "target_groups_account_id_name_index" ON "target_groups" USING btree ("account_id","name");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_account_id_plan_id_plans_account_id_id_fk" FOREIGN KEY ("account_id","plan_id") REFERENCES "public"."plans"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaigns_account_id_plan_id_index" ON "campaigns" USING btree ("account_id","plan_id");