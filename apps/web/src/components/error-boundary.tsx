import { Component, type ReactNode } from "react";
import { CircleAlert } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "./states.tsx";

type Props = { children: ReactNode };

/** Catches what a page did not expect, a part that could not be loaded after a new release included. */
export class ErrorBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError = (): { hasFailed: boolean } => ({ hasFailed: true });

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div role="alert">
        <EmptyState
          icon={CircleAlert}
          title="This page broke"
          text="Load it again; nothing you saved is lost. Calls are routed all the same."
        >
          <Button variant="primary" onClick={() => location.reload()}>
            Load the page again
          </Button>
        </EmptyState>
      </div>
    );
  }
}
