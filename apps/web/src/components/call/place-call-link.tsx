import { Link } from "wouter";
import { useMay, useSession } from "#api/session.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";

/** The way to a test call, where the carrier is simulated and this user may place one. */
export const PlaceCallLink = () => {
  const mayWrite = useMay("write");
  const { testCalls } = useSession();
  if (!testCalls || !mayWrite) return null;
  return (
    <Button variant="primary" asChild>
      <Link href={paths.testCall()}>Place a test call</Link>
    </Button>
  );
};
