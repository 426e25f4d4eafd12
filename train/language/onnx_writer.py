"""Writes ONNX files without the onnx package: the few protocol buffer messages that a graph needs.

Field numbers are those of onnx.proto (ONNX IR version 8, operator set 17)."""
import struct

import numpy as np

TYPES = {"float32": 1, "int8": 3, "int32": 6, "int64": 7, "float16": 10}
# Operators of ONNX Runtime's own.
RUNTIME = "com.microsoft"
FLOAT, INT, STRING, INTS, STRINGS = 1, 2, 3, 7, 8


def varint(value):
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def number(field, value):
    return varint(field << 3) + varint(value)


def block(field, content):
    content = content.encode() if isinstance(content, str) else content
    return varint(field << 3 | 2) + varint(len(content)) + content


def tensor(name, array):
    array = np.ascontiguousarray(array)
    dims = b"".join(number(1, d) for d in array.shape)
    return dims + number(2, TYPES[array.dtype.name]) + block(8, name) + block(9, array.tobytes())


def attribute(name, value):
    head = block(1, name)
    if isinstance(value, float):
        return head + varint(2 << 3 | 5) + struct.pack("<f", value) + number(20, FLOAT)
    if isinstance(value, int):
        return head + number(3, value) + number(20, INT)
    if isinstance(value, str):
        return head + block(4, value) + number(20, STRING)
    if isinstance(value[0], str):
        return head + b"".join(block(9, v) for v in value) + number(20, STRINGS)
    return head + b"".join(number(8, v) for v in value) + number(20, INTS)


def value_info(name, kind, shape):
    dims = b"".join(block(1, number(1, d) if isinstance(d, int) else block(2, d)) for d in shape)
    return block(1, name) + block(2, block(1, number(1, TYPES[kind]) + block(2, dims)))


class Graph:
    """Collects nodes and weights; `save` writes the model."""

    def __init__(self, name):
        self.name, self.nodes, self.weights, self.inputs, self.outputs, self.count = name, [], [], [], [], 0

    def input(self, name, kind, shape):
        self.inputs.append(value_info(name, kind, shape))
        return name

    def output(self, name, shape, source):
        self.nodes.append(self._node("Identity", [source], [name], {}))
        self.outputs.append(value_info(name, "float32", shape))

    def constant(self, array):
        self.count += 1
        name = f"c{self.count}"
        self.weights.append(tensor(name, array))
        return name

    def half(self, array):
        """A weight kept as float16 and widened when the model is loaded."""
        return self.node("Cast", [self.constant(np.asarray(array, dtype=np.float16))], to=TYPES["float32"])

    def node(self, operator, inputs, outputs=1, domain="", **attributes):
        names = []
        for _ in range(outputs):
            self.count += 1
            names.append(f"v{self.count}")
        self.nodes.append(self._node(operator, inputs, names, attributes, domain))
        return names[0] if outputs == 1 else names

    def _node(self, operator, inputs, outputs, attributes, domain=""):
        return (b"".join(block(1, i) for i in inputs) + b"".join(block(2, o) for o in outputs)
                + block(4, operator) + b"".join(block(5, attribute(k, v)) for k, v in attributes.items())
                + (block(7, domain) if domain else b""))

    def save(self, path):
        graph = (b"".join(block(1, n) for n in self.nodes) + block(2, self.name)
                 + b"".join(block(5, w) for w in self.weights) + b"".join(block(11, i) for i in self.inputs)
                 + b"".join(block(12, o) for o in self.outputs))
        model = number(1, 8) + block(2, "synoptic") + block(7, graph) + block(8, block(1, "") + number(2, 17)) + (
            block(8, block(1, RUNTIME) + number(2, 1)))
        with open(path, "wb") as file:
            file.write(model)
