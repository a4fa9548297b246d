CREATE TABLE "agent_calls" (
	"account_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"agent_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"dialled_at" timestamp with time zone NOT NULL,
	"connected_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"connected_seconds" integer,
	"wrap_up_seconds" integer,
	CONSTRAINT "agent_calls_account_id_call_id_attempt_pk" PRIMARY KEY("account_id","call_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "agent_group_members" (
	"account_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "agent_group_members_account_id_group_id_agent_id_pk" PRIMARY KEY("account_id","group_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "agent_groups" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agent_groups_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "agents" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"destination_kind" text NOT NULL,
	"destination" text NOT NULL,
	"skills" text[] NOT NULL,
	"wrap_up_seconds" integer NOT NULL,
	"calls_at_once" integer NOT NULL,
	"user_id" bigint,
	"presence" text DEFAULT 'away' NOT NULL,
	"presence_at" timestamp with time zone,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agents_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "agents_wrap_up_seconds" CHECK ("agents"."wrap_up_seconds" between 0 and 3600),
	CONSTRAINT "agents_calls_at_once" CHECK ("agents"."calls_at_once" between 1 and 20)
);
--> statement-breakpoint
ALTER TABLE "plan_rows" DROP CONSTRAINT "plan_rows_one_of";--> statement-breakpoint
ALTER TABLE "plan_rows" ADD COLUMN "agent_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD COLUMN "agent_group_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD COLUMN "filter" jsonb;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD COLUMN "skills" text[];--> statement-breakpoint
ALTER TABLE "agent_calls" ADD CONSTRAINT "agent_calls_account_id_call_id_calls_account_id_id_fk" FOREIGN KEY ("account_id","call_id") REFERENCES "public"."calls"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_group_members" ADD CONSTRAINT "agent_group_members_account_id_group_id_agent_groups_account_id_id_fk" FOREIGN KEY ("account_id","group_id") REFERENCES "public"."agent_groups"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_group_members" ADD CONSTRAINT "agent_group_members_account_id_agent_id_agents_account_id_id_fk" FOREIGN KEY ("account_id","agent_id") REFERENCES "public"."agents"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_account_id_user_id_users_account_id_id_fk" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agent_calls_account_id_agent_id_dialled_at_index" ON "agent_calls" USING btree ("account_id","agent_id","dialled_at");--> statement-breakpoint
CREATE INDEX "agent_group_members_account_id_agent_id_index" ON "agent_group_members" USING btree ("account_id","agent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agent_groups_account_id_name_index" ON "agent_groups" USING btree ("account_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "agents_account_id_name_index" ON "agents" USING btree ("account_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "agents_account_id_user_id_index" ON "agents" USING btree ("account_id","user_id");--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_account_id_agent_id_agents_account_id_id_fk" FOREIGN KEY ("account_id","agent_id") REFERENCES "public"."agents"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_account_id_agent_group_id_agent_groups_account_id_id_fk" FOREIGN KEY ("account_id","agent_group_id") REFERENCES "public"."agent_groups"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_rows_account_id_plan_id_priority_agent_id_index" ON "plan_rows" USING btree ("account_id","plan_id","priority","agent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_rows_account_id_plan_id_priority_agent_group_id_index" ON "plan_rows" USING btree ("account_id","plan_id","priority","agent_group_id");--> statement-breakpoint
CREATE INDEX "plan_rows_account_id_agent_id_index" ON "plan_rows" USING btree ("account_id","agent_id");--> statement-breakpoint
CREATE INDEX "plan_rows_account_id_agent_group_id_index" ON "plan_rows" USING btree ("account_id","agent_group_id");--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_one_of_four" CHECK (num_nonnulls("plan_rows"."target_id", "plan_rows"."group_id", "plan_rows"."agent_id", "plan_rows"."agent_group_id") = 1);