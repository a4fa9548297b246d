/** Work under way, by name: who asks for the same again while it runs gets the outcome of the first. */
export type Flights<Outcome> = { run(name: string, work: () => Promise<Outcome>): Promise<Outcome> };

export const createFlights = <Outcome>(): Flights<Outcome> => {
  const underWay = new Map<string, Promise<Outcome>>();
  return {
    run: (name, work) => {
      const held = underWay.get(name);
      if (held !== undefined) return held;
      const flight = work();
      underWay.set(name, flight);
      const land = (): void => {
        underWay.delete(name);
      };
      flight.then(land, land);
      return flight;
    },
  };
};
