import { figureNoun, type ConfigurationNoun, type FigureNoun } from "@ccp/contract";

/** Whether calls are counted by such nouns. */
export const hasFigures = (noun: ConfigurationNoun): noun is FigureNoun => figureNoun.safeParse(noun).success;
