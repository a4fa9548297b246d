import { Button } from "#ui/button.tsx";

type WaitingRowsProps = { text: string | null; onShow: () => void };

/** What came in while the reader was further down waits behind this. */
export const WaitingRows = ({ text, onShow }: WaitingRowsProps) => (
  <div
    role="status"
    className="pointer-events-none absolute inset-x-0 top-10 z-20 flex justify-center max-md:fixed max-md:top-16"
  >
    {text !== null && (
      <Button variant="primary" className="pointer-events-auto shadow-float" onClick={onShow}>
        {text}
      </Button>
    )}
  </div>
);
