/** A product, as the platform lists it and as the input `product` resolves to it. */

export interface Product {
  /** Undefined if it is unreadable. */
  readonly id: string | undefined;
  readonly name: string | undefined;
}

export interface ResolvedProduct {
  readonly id: string;
  /** Undefined if only the ID is known. */
  readonly name: string | undefined;
  /** Set if no list has it; its ID is then the text of the input. */
  readonly unlisted?: Unlisted;
}

interface Unlisted {
  /** The nearest names in the list of products; undefined if there is no list. */
  readonly nearest: readonly string[] | undefined;
}
