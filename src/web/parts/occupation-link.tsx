// An occupation's name as the way to its page.

import { Link } from "@tanstack/react-router";

export function OccupationLink({ id, title }: { readonly id: string; readonly title: string }) {
  return (
    <Link to="/occupation" search={{ id }} className="occupation-link">
      {title}
    </Link>
  );
}
