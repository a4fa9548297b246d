import type { World } from "@ccp/test-simulation/support/start-world.ts";
import { type Client, createClient, send } from "./client.ts";

/** Signs somebody in as a browser does, and goes on as them; throws Refusal. */
export const signIn = async (
  land: { world: Pick<World, "publicUrl"> },
  operation: "signIn" | "redeemSignInLink" | "setUp",
  body: Record<string, unknown>,
): Promise<Client> => {
  const { publicUrl } = land.world;
  const { headers } = await send(publicUrl, operation, { body }, { origin: publicUrl });
  const cookie = headers.get("set-cookie")?.split(";")[0] ?? "";
  return createClient(publicUrl, { cookie, origin: publicUrl });
};
