using System.Buffers.Binary;
using System.Numerics;

namespace LiquidityRisk.Units;

/// <summary>
/// Keccak-256, the hash that Ethereum names things by: the sponge of SHA-3 with rate 1,088 and capacity 512, but with the padding of the
/// original submission, so that its digests differ from SHA3-256. Source: G. Bertoni, J. Daemen, M. Peeters, G. Van Assche (2011), The
/// Keccak reference 3.0; the permutation as in FIPS 202, §3.
/// </summary>
public static class Keccak256
{
    /// <summary>Bytes of a digest.</summary>
    public const int DigestBytes = 32;

    private const int Lanes = 25;
    private const int RateBytes = 136;
    private const byte OriginalPadding = 0x01;

    private static readonly ulong[] RoundConstants =
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B, 0x0000000080000001,
        0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
        0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
        0x000000000000800A, 0x800000008000000A, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    // ρ and π in one walk over the lanes: where each goes, and how far it is turned.
    private static readonly int[] Turns = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
    private static readonly int[] Walk = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

    /// <summary>The digest of some bytes.</summary>
    public static byte[] Of(ReadOnlySpan<byte> data) => Of(data, OriginalPadding);

    /// <summary>The digest with another domain padding; 0x06 makes it SHA3-256.</summary>
    internal static byte[] Of(ReadOnlySpan<byte> data, byte padding)
    {
        Span<ulong> state = stackalloc ulong[Lanes];
        state.Clear();
        for (; data.Length >= RateBytes; data = data[RateBytes..]) Absorb(state, data[..RateBytes]);
        Span<byte> last = stackalloc byte[RateBytes];
        last.Clear();
        data.CopyTo(last);
        last[data.Length] = padding;
        last[^1] |= 0x80;
        Absorb(state, last);
        var digest = new byte[DigestBytes];
        for (var i = 0; i < DigestBytes / sizeof(ulong); i++)
            BinaryPrimitives.WriteUInt64LittleEndian(digest.AsSpan(i * sizeof(ulong)), state[i]);
        return digest;
    }

    private static void Absorb(Span<ulong> state, ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < RateBytes / sizeof(ulong); i++)
            state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(i * sizeof(ulong))..]);
        foreach (var constant in RoundConstants)
        {
            MixColumns(state);
            MoveLanes(state);
            MixRows(state);
            state[0] ^= constant;
        }
    }

    // θ
    private static void MixColumns(Span<ulong> state)
    {
        Span<ulong> parity = stackalloc ulong[5];
        for (var x = 0; x < 5; x++) parity[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        for (var x = 0; x < 5; x++)
        {
            var change = parity[(x + 4) % 5] ^ BitOperations.RotateLeft(parity[(x + 1) % 5], 1);
            for (var y = 0; y < Lanes; y += 5) state[x + y] ^= change;
        }
    }

    // ρ and π
    private static void MoveLanes(Span<ulong> state)
    {
        var moved = state[1];
        for (var i = 0; i < Walk.Length; i++)
            (state[Walk[i]], moved) = (BitOperations.RotateLeft(moved, Turns[i]), state[Walk[i]]);
    }

    // χ
    private static void MixRows(Span<ulong> state)
    {
        Span<ulong> row = stackalloc ulong[5];
        for (var y = 0; y < Lanes; y += 5)
        {
            state.Slice(y, 5).CopyTo(row);
            for (var x = 0; x < 5; x++) state[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
        }
    }
}
