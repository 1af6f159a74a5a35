namespace LiquidityRisk.Domain.CashMarket.Matching.Fast;

/// <summary>
/// A sorted set of keys, each with a value beside it, in chunks of at most 64: finding, adding and removing search the chunks by their
/// lowest keys, then the chunk, and move no more than one chunk and the list of chunks.
/// </summary>
internal sealed class ChunkedKeys
{
    private const int Size = 64;

    private int[] _lowest = new int[16]; // of each chunk, in order
    private int[] _chunks = new int[16]; // where the chunk is, in order; behind the used ones, those that are free
    private int[] _counts = new int[16]; // by where the chunk is
    private int[] _keys = new int[16 * Size];
    private int[] _values = new int[16 * Size];
    private int _used;

    public ChunkedKeys()
    {
        for (var i = 0; i < _chunks.Length; i++) _chunks[i] = i;
    }

    public int Count { get; private set; }

    /// <summary>The lowest key; there is one.</summary>
    public int Lowest => _lowest[0];

    /// <summary>The highest key with its value; there is one.</summary>
    public (int Key, int Value) Highest
    {
        get
        {
            var chunk = _chunks[_used - 1];
            var at = (chunk * Size) + _counts[chunk] - 1;
            return (_keys[at], _values[at]);
        }
    }

    /// <summary>The values, those of the highest keys first. Nothing may be added or removed on the way.</summary>
    public Walk FromHighest() => new(this);

    /// <summary>The value of a key, to be set when the key is new; good until the next change.</summary>
    public ref int FindOrAdd(int key, out bool added)
    {
        added = false;
        if (_used == 0) Open(0, key);
        var position = ChunkOf(key);
        var chunk = _chunks[position];
        var at = PlaceIn(chunk, key);
        if (at < _counts[chunk] && _keys[(chunk * Size) + at] == key) return ref _values[(chunk * Size) + at];

        added = true;
        if (_counts[chunk] == Size)
        {
            Split(position);
            if (key >= _lowest[position + 1]) position++;
            chunk = _chunks[position];
            at = PlaceIn(chunk, key);
        }

        var (start, moved) = ((chunk * Size) + at, _counts[chunk] - at);
        _keys.AsSpan(start, moved).CopyTo(_keys.AsSpan(start + 1));
        _values.AsSpan(start, moved).CopyTo(_values.AsSpan(start + 1));
        _keys[start] = key;
        if (at == 0) _lowest[position] = key;
        _counts[chunk]++;
        Count++;
        return ref _values[start];
    }

    /// <summary>Takes out a key that is there.</summary>
    public void Remove(int key)
    {
        var position = ChunkOf(key);
        var chunk = _chunks[position];
        var at = PlaceIn(chunk, key);
        var (start, moved) = ((chunk * Size) + at + 1, _counts[chunk] - at - 1);
        _keys.AsSpan(start, moved).CopyTo(_keys.AsSpan(start - 1));
        _values.AsSpan(start, moved).CopyTo(_values.AsSpan(start - 1));
        _counts[chunk]--;
        Count--;
        if (_counts[chunk] == 0) Close(position);
        else if (at == 0) _lowest[position] = _keys[chunk * Size];
    }

    /// <summary>The last chunk that does not begin above a key, or the first.</summary>
    private int ChunkOf(int key)
    {
        var high = _used - 1;
        if (_lowest[high] <= key) return high;
        var low = 0;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lowest[middle] > key) high = middle;
            else low = middle + 1;
        }

        return Math.Max(0, low - 1);
    }

    /// <summary>Where in a chunk the first key is that is not below a key.</summary>
    private int PlaceIn(int chunk, int key)
    {
        var (low, high) = (0, _counts[chunk]);
        var keys = _keys.AsSpan(chunk * Size, high);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keys[middle] >= key) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private void Split(int position)
    {
        var full = _chunks[position];
        var middle = (full * Size) + (Size / 2);
        Open(position + 1, _keys[middle]);
        var upper = _chunks[position + 1];
        _keys.AsSpan(middle, Size / 2).CopyTo(_keys.AsSpan(upper * Size));
        _values.AsSpan(middle, Size / 2).CopyTo(_values.AsSpan(upper * Size));
        _counts[full] = _counts[upper] = Size / 2;
    }

    private void Open(int position, int lowest)
    {
        if (_used == _chunks.Length) Grow();
        var free = _chunks[_used];
        var moved = _used - position;
        _chunks.AsSpan(position, moved).CopyTo(_chunks.AsSpan(position + 1));
        _lowest.AsSpan(position, moved).CopyTo(_lowest.AsSpan(position + 1));
        (_chunks[position], _lowest[position], _counts[free]) = (free, lowest, 0);
        _used++;
    }

    private void Close(int position)
    {
        var emptied = _chunks[position];
        var moved = _used - position - 1;
        _chunks.AsSpan(position + 1, moved).CopyTo(_chunks.AsSpan(position));
        _lowest.AsSpan(position + 1, moved).CopyTo(_lowest.AsSpan(position));
        _used--;
        _chunks[_used] = emptied;
    }

    private void Grow()
    {
        var chunks = _chunks.Length;
        Array.Resize(ref _chunks, chunks * 2);
        Array.Resize(ref _lowest, chunks * 2);
        Array.Resize(ref _counts, chunks * 2);
        Array.Resize(ref _keys, chunks * 2 * Size);
        Array.Resize(ref _values, chunks * 2 * Size);
        for (var i = chunks; i < chunks * 2; i++) _chunks[i] = i;
    }

    /// <summary>A walk from the highest key down.</summary>
    public struct Walk
    {
        private readonly ChunkedKeys _keys;
        private int _position;
        private int _at;

        internal Walk(ChunkedKeys keys) => (_keys, _position, _at) = (keys, keys._used, 0);

        /// <summary>The value of the key that the walk is at.</summary>
        public readonly int Current => _keys._values[(_keys._chunks[_position] * Size) + _at];

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            if (--_at >= 0) return true;
            if (--_position < 0) return false;
            _at = _keys._counts[_keys._chunks[_position]] - 1;
            return true;
        }
    }
}
