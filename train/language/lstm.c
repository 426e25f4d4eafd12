/* One direction of an LSTM layer over a padded batch, forward and backward through time.
 *
 * Rows are sorted by length, longest first, so step t works on the first rows[t] rows only. Gates are
 * kept in ONNX order: input, output, forget, cell. The input projection is done by the caller in one
 * large product, as are the weight gradients; here is only what has to go step by step. */
#include <math.h>
#include <string.h>

enum { ROW_MAJOR = 101, NO_TRANS = 111, TRANS = 112 };
void cblas_sgemm(int order, int ta, int tb, int m, int n, int k, float alpha, const float *a, int lda,
                 const float *b, int ldb, float beta, float *c, int ldc);

/* exp() by range reduction and a polynomial, accurate to about 2 ulp; plain C so that compilers vectorise it. */
static inline float exp_fast(float x) {
  x = x < -87.0f ? -87.0f : (x > 87.0f ? 87.0f : x);
  float n = floorf(x * 1.44269504f + 0.5f);
  float r = x - n * 0.693359375f + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  union { int i; float f; } s;
  s.i = ((int)n + 127) << 23;
  return p * s.f;
}
static inline float sigmoid(float x) { return 1.0f / (1.0f + exp_fast(-x)); }
static inline float tanh_fast(float x) { return 2.0f / (1.0f + exp_fast(-2.0f * x)) - 1.0f; }

static void forward_direction(int T, int B, int H, int reverse, const int *rows, const float *whh,
                              float *gates, float *c, float *h) {
  const size_t G = 4 * (size_t)H, R = 2 * G, S = 2 * (size_t)H;
  for (int s = 0; s < T; s++) {
    int t = reverse ? T - 1 - s : s, prev = reverse ? t + 1 : t - 1, n = rows[t];
    int carried = s == 0 ? 0 : (rows[prev] < n ? rows[prev] : n);
    float *g = gates + (size_t)t * B * R;
    if (carried)
      cblas_sgemm(ROW_MAJOR, NO_TRANS, TRANS, carried, (int)G, H, 1, h + (size_t)prev * B * S, (int)S, whh, H, 1, g, (int)R);
    for (int b = 0; b < n; b++) {
      float *gi = g + b * R, *go = gi + H, *gf = go + H, *gc = gf + H;
      float *ct = c + ((size_t)t * B + b) * S, *ht = h + ((size_t)t * B + b) * S;
      const float *cb = b < carried ? c + ((size_t)prev * B + b) * S : ct;
      for (int j = 0; j < 3 * H; j++) gi[j] = sigmoid(gi[j]);
      for (int j = 0; j < H; j++) gc[j] = tanh_fast(gc[j]);
      if (b < carried) for (int j = 0; j < H; j++) ct[j] = gf[j] * cb[j] + gi[j] * gc[j];
      else for (int j = 0; j < H; j++) ct[j] = gi[j] * gc[j];
      for (int j = 0; j < H; j++) ht[j] = go[j] * tanh_fast(ct[j]);
    }
  }
}

/* On entry gates hold the activated values, dh the gradient of the output; on leaving gates hold the
 * gradient before activation, 0 beyond the end of a row. work has room for 2*B*H floats. */
static void backward_direction(int T, int B, int H, int reverse, const int *rows, const float *whh,
                               float *gates, const float *c, const float *dh, float *work) {
  const size_t G = 4 * (size_t)H, R = 2 * G, S = 2 * (size_t)H;
  float *dhr = work, *dc = work + (size_t)B * H;
  memset(work, 0, sizeof(float) * 2 * (size_t)B * H);
  for (int s = T - 1; s >= 0; s--) {
    int t = reverse ? T - 1 - s : s, prev = reverse ? t + 1 : t - 1, n = rows[t];
    int carried = s == 0 ? 0 : (rows[prev] < n ? rows[prev] : n);
    float *g = gates + (size_t)t * B * R;
    for (int b = n; b < B; b++) memset(g + b * R, 0, sizeof(float) * G);
    for (int b = 0; b < n; b++) {
      float *gi = g + b * R, *go = gi + H, *gf = go + H, *gc = gf + H, *dcb = dc + (size_t)b * H;
      const float *ct = c + ((size_t)t * B + b) * S;
      const float *dht = dh + ((size_t)t * B + b) * S, *dhb = dhr + (size_t)b * H;
      int has = b < carried;
      const float *cb = has ? c + ((size_t)prev * B + b) * S : ct; /* never read outside the array */
      for (int j = 0; j < H; j++) {
        float d = dht[j] + dhb[j], th = tanh_fast(ct[j]), i = gi[j], o = go[j], f = gf[j], z = gc[j];
        float dcell = dcb[j] + d * o * (1 - th * th), before = has ? cb[j] : 0.0f;
        go[j] = d * th * o * (1 - o);
        gi[j] = dcell * z * i * (1 - i);
        gf[j] = dcell * before * f * (1 - f);
        gc[j] = dcell * i * (1 - z * z);
        dcb[j] = has ? dcell * f : 0.0f;
      }
    }
    if (carried) cblas_sgemm(ROW_MAJOR, NO_TRANS, NO_TRANS, carried, H, (int)G, 1, g, (int)R, whh, H, 0, dhr, H);
    for (int b = carried; b < B; b++) {
      memset(dhr + (size_t)b * H, 0, sizeof(float) * H);
      memset(dc + (size_t)b * H, 0, sizeof(float) * H);
    }
  }
}

/* Both directions at once, one thread each. A row of gates is [forward 4H, backward 4H], of c, h and dh [forward H, backward H]. */
void lstm_forward(int threads, int T, int B, int H, const int *rows, const float *whh, float *gates, float *c, float *h) {
#pragma omp parallel for num_threads(threads)
  for (int d = 0; d < 2; d++)
    forward_direction(T, B, H, d, rows, whh + (size_t)d * 4 * H * H, gates + (size_t)d * 4 * H, c + d * H, h + d * H);
}
void lstm_backward(int threads, int T, int B, int H, const int *rows, const float *whh, float *gates, const float *c,
                   const float *dh, float *work) {
#pragma omp parallel for num_threads(threads)
  for (int d = 0; d < 2; d++)
    backward_direction(T, B, H, d, rows, whh + (size_t)d * 4 * H * H, gates + (size_t)d * 4 * H, c + d * H, dh + d * H,
                       work + (size_t)d * 2 * B * H);
}
