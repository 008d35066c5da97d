// What is used of saxen, which comes without types.

declare module "saxen" {
  type Decode = (text: string) => string;
  export class Parser {
    on(
      name: "openTag",
      listener: (element: string, attributes: () => Record<string, string>, decode: Decode) => void,
    ): this;
    on(name: "closeTag", listener: (element: string) => void): this;
    on(name: "text", listener: (text: string, decode: Decode) => void): this;
    on(name: "cdata" | "attention", listener: (text: string) => void): this;
    on(name: "error", listener: (error: Error) => void): this;
    parse(xml: string): this;
    stop(): this;
  }
}
