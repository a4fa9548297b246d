import type { highRiskPrefixes } from "@ccp/engine";

/** What lies behind each prefix of high risk. */
export const highRiskWords: Record<(typeof highRiskPrefixes)[number], string> = {
  "+1900": "Premium-rate numbers in North America",
  "+1976": "Premium-rate numbers in North America",
  "+800": "International freephone numbers",
  "+808": "International shared-cost numbers",
  "+870": "Satellite phones (Inmarsat)",
  "+878": "Personal numbers that follow their owner",
  "+881": "Satellite phones (Iridium, Globalstar)",
  "+882": "International networks of no country",
  "+883": "International networks of no country",
  "+888": "International numbers not in common use",
  "+979": "International premium-rate numbers",
};
