package rejections;

import cotangent.Differentiable;

class TooManyParameters {
  @Differentiable // error: [CT022] the generated method manyGrad would need 257 parameters
  static double many(
      double x1, double x2, double x3, double x4, double x5, double x6, double x7, double x8,
      double x9, double x10, double x11, double x12, double x13, double x14, double x15, double x16,
      double x17, double x18, double x19, double x20, double x21, double x22, double x23, double x24,
      double x25, double x26, double x27, double x28, double x29, double x30, double x31, double x32,
      double x33, double x34, double x35, double x36, double x37, double x38, double x39, double x40,
      double x41, double x42, double x43, double x44, double x45, double x46, double x47, double x48,
      double x49, double x50, double x51, double x52, double x53, double x54, double x55, double x56,
      double x57, double x58, double x59, double x60, double x61, double x62, double x63, double x64,
      double x65, double x66, double x67, double x68, double x69, double x70, double x71, double x72,
      double x73, double x74, double x75, double x76, double x77, double x78, double x79, double x80,
      double x81, double x82, double x83, double x84, double x85, double x86, double x87, double x88,
      double x89, double x90, double x91, double x92, double x93, double x94, double x95, double x96,
      double x97, double x98, double x99, double x100, double x101, double x102, double x103, double x104,
      double x105, double x106, double x107, double x108, double x109, double x110, double x111, double x112,
      double x113, double x114, double x115, double x116, double x117, double x118, double x119, double x120,
      double x121, double x122, double x123, double x124, double x125, double x126, double x127) {
    return x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 + x10 + x11 + x12 + x13 + x14 + x15 + x16
        + x17 + x18 + x19 + x20 + x21 + x22 + x23 + x24 + x25 + x26 + x27 + x28 + x29 + x30 + x31 + x32
        + x33 + x34 + x35 + x36 + x37 + x38 + x39 + x40 + x41 + x42 + x43 + x44 + x45 + x46 + x47 + x48
        + x49 + x50 + x51 + x52 + x53 + x54 + x55 + x56 + x57 + x58 + x59 + x60 + x61 + x62 + x63 + x64
        + x65 + x66 + x67 + x68 + x69 + x70 + x71 + x72 + x73 + x74 + x75 + x76 + x77 + x78 + x79 + x80
        + x81 + x82 + x83 + x84 + x85 + x86 + x87 + x88 + x89 + x90 + x91 + x92 + x93 + x94 + x95 + x96
        + x97 + x98 + x99 + x100 + x101 + x102 + x103 + x104 + x105 + x106 + x107 + x108 + x109 + x110 + x111 + x112
        + x113 + x114 + x115 + x116 + x117 + x118 + x119 + x120 + x121 + x122 + x123 + x124 + x125 + x126 + x127;
  }

  @Differentiable(wrt = {"x1", "x2"})
  static double few(
      double x1, double x2, double x3, double x4, double x5, double x6, double x7, double x8,
      double x9, double x10, double x11, double x12, double x13, double x14, double x15, double x16,
      double x17, double x18, double x19, double x20, double x21, double x22, double x23, double x24,
      double x25, double x26, double x27, double x28, double x29, double x30, double x31, double x32,
      double x33, double x34, double x35, double x36, double x37, double x38, double x39, double x40,
      double x41, double x42, double x43, double x44, double x45, double x46, double x47, double x48,
      double x49, double x50, double x51, double x52, double x53, double x54, double x55, double x56,
      double x57, double x58, double x59, double x60, double x61, double x62, double x63, double x64,
      double x65, double x66, double x67, double x68, double x69, double x70, double x71, double x72,
      double x73, double x74, double x75, double x76, double x77, double x78, double x79, double x80,
      double x81, double x82, double x83, double x84, double x85, double x86, double x87, double x88,
      double x89, double x90, double x91, double x92, double x93, double x94, double x95, double x96,
      double x97, double x98, double x99, double x100, double x101, double x102, double x103, double x104,
      double x105, double x106, double x107, double x108, double x109, double x110, double x111, double x112,
      double x113, double x114, double x115, double x116, double x117, double x118, double x119, double x120,
      double x121, double x122, double x123, double x124, double x125, double x126, double x127) {
    return x1 * x2;
  }
}
