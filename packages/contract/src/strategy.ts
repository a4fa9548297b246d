import { strategies } from "@ccp/engine";
import { z } from "zod";

export const strategy = z.enum(strategies);
