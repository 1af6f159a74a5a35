using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>
/// Doc comments of the assemblies, from the XML files that the compiler puts beside them. Without a file there are no words, and
/// everything else still holds.
/// </summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _members = [];

    /// <summary>What a type is, in words.</summary>
    public string? Of(Type type) => Text(Member(type.Assembly, "T:" + Name(type))?.Element("summary"));

    /// <summary>What an enum's value means.</summary>
    public string? OfValue(Type type, string value) => Text(Member(type.Assembly, $"F:{Name(type)}.{value}")?.Element("summary"));

    /// <summary>What a property says: its own comment, or the parameter of its record.</summary>
    public string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Text(Member(type.Assembly, $"P:{Name(type)}.{property.Name}")?.Element("summary"))
            ?? Text(Member(type.Assembly, "T:" + Name(type))?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == property.Name));
    }

    /// <summary>What a function does, and what else there is to know about it.</summary>
    public (string? Summary, string? Remarks) Of(MethodInfo method)
    {
        var start = $"M:{Name(method.DeclaringType!)}.{method.Name}(";
        var member = Members(method.DeclaringType!.Assembly).FirstOrDefault(m => m.Key.StartsWith(start, StringComparison.Ordinal)).Value;
        return (Text(member?.Element("summary")), Text(member?.Element("remarks")));
    }

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null) return null;
        var text = string.Concat(element.Nodes().Select(Text));
        text = Space().Replace(text, " ").Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } see => Reference(see),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => other.Value + " ",
        _ => "",
    };

    private static string Reference(XElement see)
    {
        var target = (string?)see.Attribute("cref") ?? (string?)see.Attribute("name") ?? (string?)see.Attribute("href") ?? see.Value;
        return target[(target.LastIndexOf('.') + 1)..];
    }

    private XElement? Member(Assembly assembly, string id) => Members(assembly).GetValueOrDefault(id);

    private Dictionary<string, XElement> Members(Assembly assembly)
    {
        if (_members.TryGetValue(assembly, out var known)) return known;
        var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        return _members[assembly] = File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal)
            : [];
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
