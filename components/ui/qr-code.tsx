import { drawQr } from "./qr-drawing";

type QrCodeProps = { address: string; label: string };

/** A QR code, dark on light in both themes, since readers want it so. */
export function QrCode({ address, label }: QrCodeProps) {
  const { side, path } = drawQr(address);
  return (
    <svg
      aria-label={label}
      className="size-40 rounded-sm"
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${side} ${side}`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <rect fill="#fff" height={side} width={side} />
      <path d={path} fill="#171d26" />
    </svg>
  );
}
